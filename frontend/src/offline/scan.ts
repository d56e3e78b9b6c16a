/** Reading a code off the camera or a picture: by the browser where it can, else by a decoder that is fetched then. */
interface Found {
  readonly rawValue: string;
}
interface Detector {
  detect(source: ImageBitmapSource): Promise<readonly Found[]>;
}
interface DetectorKind {
  new (options: { formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}
export interface Decoder {
  decode(image: ImageData, patient: boolean): string | null;
}
export type GetDecoder = () => Promise<Decoder>;
type Read = (source: HTMLVideoElement | ImageBitmap, patient: boolean) => Promise<string | null>;

const WIDEST = 1_600;
const BETWEEN_LOOKS = 120;

/** The text of the code in a picture; null when there is none. */
export async function readPicture(file: Blob, get: GetDecoder): Promise<string | null> {
  const [read, picture] = [await reader(get), await createImageBitmap(file)];
  return read(picture, true);
}

/** Looks through the camera until a code is seen or `stop` is called; rejects where there is no camera to use. */
export async function watch(video: HTMLVideoElement, get: GetDecoder, seen: (text: string) => void): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } } });
  const read = await reader(get);
  let going = true;
  const stop = (): void => {
    going = false;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  const look = async (): Promise<void> => {
    if (!going) return;
    const text = video.videoWidth ? await read(video, false).catch(() => null) : null;
    if (!going) return;
    if (text === null) return void window.setTimeout(() => void look(), BETWEEN_LOOKS);
    stop();
    seen(text);
  };
  video.srcObject = stream;
  await video.play();
  void look();
  return stop;
}

async function reader(get: GetDecoder): Promise<Read> {
  const kind = (globalThis as { BarcodeDetector?: DetectorKind }).BarcodeDetector;
  if (kind && (await kind.getSupportedFormats().catch((): readonly string[] => [])).includes("qr_code")) {
    const detector = new kind({ formats: ["qr_code"] });
    return async (source) => (await detector.detect(source))[0]?.rawValue ?? null;
  }
  const decoder = await get();
  return async (source, patient) => decoder.decode(pixels(source), patient);
}

function pixels(source: HTMLVideoElement | ImageBitmap): ImageData {
  const [width, height] = source instanceof HTMLVideoElement ? [source.videoWidth, source.videoHeight] : [source.width, source.height];
  const scale = Math.min(1, WIDEST / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const drawn = canvas.getContext("2d", { willReadFrequently: true });
  if (!drawn) throw new Error("no canvas");
  drawn.drawImage(source, 0, 0, canvas.width, canvas.height);
  return drawn.getImageData(0, 0, canvas.width, canvas.height);
}
