"""The WSGI entry that the server loads; in the embedded default it also runs the jobs."""

import threading

from django.conf import settings
from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

from tequio.kit import jobs  # noqa: E402  # its tables exist only once the application is loaded

if settings.EMBEDDED_JOBS:
    jobs.start_worker_thread(threading.Event())
