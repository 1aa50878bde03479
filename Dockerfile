# Two stages: the first installs what the lock names, the second only runs it.
FROM python:3.12-slim AS build
WORKDIR /src
RUN python -m venv /opt/tonus
COPY requirements.lock .
RUN /opt/tonus/bin/pip install --no-cache-dir --require-hashes --no-deps -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY app app
COPY migrations migrations
RUN /opt/tonus/bin/pip install --no-cache-dir --no-build-isolation --no-deps .

FROM python:3.12-slim
RUN useradd --system --uid 10001 --create-home --home-dir /data tonus
COPY --from=build /opt/tonus /opt/tonus
ENV PATH=/opt/tonus/bin:$PATH PYTHONUNBUFFERED=1 TONUS_HOST=0.0.0.0 TONUS_PORT=8000
USER tonus
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen(f'http://127.0.0.1:{os.environ[\"TONUS_PORT\"]}/readyz')"]
CMD ["tonus", "serve"]
