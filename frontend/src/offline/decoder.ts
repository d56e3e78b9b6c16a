/** The decoder for browsers without BarcodeDetector (npm: qr); fetched only when somebody scans there. */
import decodeQR from "qr/decode.js";

export function decode(image: { width: number; height: number; data: Uint8Array | Uint8ClampedArray }, patient: boolean): string | null {
  try {
    return decodeQR(image, patient ? { effort: 8, timeLimit: 2_500 } : {});
  } catch {
    return null;
  }
}
