import { setExporting } from './exporting.ts';

/** What is waited for the last spans at the end. */
const flushMs = 1_000;
const mostWaiting = 2_048;

/**
 * Exports spans over OTLP/HTTP, in batches; the variables of OpenTelemetry's own specification, such as
 * OTEL_EXPORTER_OTLP_HEADERS, hold. Without an endpoint nothing is loaded and no span made. A collector that does not
 * answer costs the spans alone. Disposing it sends what is left.
 *
 * @param service names the service in traces
 */
export async function startTelemetry(
	service: string,
	endpoint: string | undefined,
): Promise<AsyncDisposable> {
	if (!endpoint) return { async [Symbol.asyncDispose]() {} };
	const [{ trace }, { OTLPTraceExporter }, { resourceFromAttributes }, sdk] = await Promise.all([
		import('@opentelemetry/api'),
		import('@opentelemetry/exporter-trace-otlp-http'),
		import('@opentelemetry/resources'),
		import('@opentelemetry/sdk-trace'),
	]);
	const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
	const provider = new sdk.TracerProvider({
		resource: resourceFromAttributes({ 'service.name': service, 'service.namespace': 'infinite-blob' }),
		spanProcessors: [new sdk.BatchSpanProcessor({ exporter, maxQueueSize: mostWaiting })],
	});
	trace.setGlobalTracerProvider(provider);
	setExporting(true);
	return {
		async [Symbol.asyncDispose]() {
			setExporting(false);
			let timer: NodeJS.Timeout | undefined;
			const late = new Promise<void>((resolve) => {
				timer = setTimeout(resolve, flushMs);
			});
			await Promise.race([provider.shutdown().catch(() => {}), late]);
			clearTimeout(timer);
			trace.disable();
		},
	};
}
