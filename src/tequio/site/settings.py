"""This installation's Django settings, read from the environment and from the data folder only."""

from __future__ import annotations

from pathlib import Path

from tequio.site import environment
from tequio.site.hub import read_hub
from tequio.web import pseudo

SOURCE = Path(__file__).resolve().parents[1]
DATA = Path(environment.text("TEQUIO_DATA") or "demo-data").absolute()
HUB = read_hub(DATA, environment.text("TEQUIO_HUB_URL"), environment.text("TEQUIO_SECRET_KEY"))

DEMO = environment.boolean("TEQUIO_DEMO") or HUB.demo
DEBUG = environment.boolean("TEQUIO_DEBUG")
SECRET_KEY = HUB.secret_key
HUB_URL = HUB.url
BLOBS = DATA / "blobs"
KEYS = DATA / "keys"
KEY_PASSPHRASE = environment.text("TEQUIO_KEY_PASSPHRASE")
EXAMPLE_COURSE = SOURCE / "site" / "seeds" / "courses" / "digital-safety"
ALLOWED_HOSTS = environment.listed("TEQUIO_HOSTS") or [HUB.host, "127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = [
    "tequio.kit",
    "tequio.people",
    "tequio.records",
    "tequio.assessment",
    "tequio.learning",
    "tequio.credentials",
    "tequio.web",
    "tequio.site",
    "allauth",
    "allauth.account",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
OUR_APPS = ("kit", "people", "records", "assessment", "learning", "credentials")

MIDDLEWARE = [
    "tequio.web.middleware.no_nul",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tequio.web.middleware.compress",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "tequio.web.middleware.no_files",  # before the CSRF check, which reads the form
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tequio.web.middleware.actor",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "tequio.site.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SOURCE / "web" / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tequio.web.shell.page_shell",
            ],
            "builtins": ["tequio.web.templatetags.tequio"],
        },
    }
]
WSGI_APPLICATION = "tequio.site.wsgi.application"
DATABASES = {"default": environment.database(DATA / "tequio.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "tequio"}}

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["tequio.people.backends.CodeBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "today"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "code"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "tequio.web.sessions.Adapter"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HUB.url.startswith("https://")
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE
CSRF_FAILURE_VIEW = "tequio.web.errors.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if environment.boolean("TEQUIO_BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # else X-Forwarded-For is anybody's word
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "media-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

EMBEDDED_JOBS = environment.boolean("TEQUIO_EMBEDDED_JOBS")

LANGUAGE_CODE = "es"
LANGUAGES = [("es", "Español"), ("en", "English")]
PSEUDO_LANGUAGES = environment.boolean("TEQUIO_PSEUDO_LANGUAGES")
if PSEUDO_LANGUAGES:
    LANGUAGES.append((pseudo.CODE, pseudo.NAME))
LOCALE_PATHS = [*sorted((SOURCE / "web").glob("*/locale")), SOURCE / "web" / "locale"]
FORMAT_MODULE_PATH = ["tequio.web.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATICFILES_DIRS = [SOURCE / "web" / "static"]
STATIC_ROOT = None  # served from the sources; nothing is collected
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_IMMUTABLE_FILE_TEST = r"/built/.+\.[0-9A-Z]{8}\.(css|js)$"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
globals().update(environment.mail())
DEFAULT_FROM_EMAIL = environment.text("TEQUIO_MAIL_FROM") or f"hub@{HUB.host}"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
