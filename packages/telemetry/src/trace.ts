import {
	type Attributes,
	context,
	propagation,
	type Span,
	type SpanKind,
	SpanStatusCode,
	trace,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { isExporting } from './exporting.ts';

context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
propagation.setGlobalPropagator(new W3CTraceContextPropagator());

export { SpanKind } from '@opentelemetry/api';

/** Where in a trace something happens, in the headers of W3C Trace Context: they mean the same in an event. */
export interface TraceHeaders {
	traceparent?: string;
	tracestate?: string;
}

/** What a span is called and tells. Never what is secret: no variables, tokens or addresses with signatures. */
export interface SpanDescription {
	name: string;
	kind: SpanKind;
	/** After OpenTelemetry's semantic conventions where there are some. */
	attributes?: Attributes;
}

const tracer = trace.getTracer('infinite-blob');

/**
 * Does work as a part of the trace that its cause belongs to, as a span where spans are exported. Headers that are
 * malformed begin a new trace.
 *
 * @param work is given the span, to name it better or to tell more; nothing where no spans are exported
 */
export function continueTrace<T>(
	{ traceparent, tracestate }: TraceHeaders,
	span: SpanDescription,
	work: (span?: Span) => Promise<T>,
): Promise<T> {
	if (traceparent === undefined) return inSpan(span, work);
	const carrier = tracestate === undefined ? { traceparent } : { traceparent, tracestate };
	return context.with(propagation.extract(context.active(), carrier), () => inSpan(span, work));
}

/** Does work as a span of the trace that it is already in, where spans are exported. */
export async function inSpan<T>(
	{ name, kind, attributes = {} }: SpanDescription,
	work: (span?: Span) => Promise<T>,
): Promise<T> {
	if (!isExporting()) return work();
	return tracer.startActiveSpan(name, { kind, attributes }, async (span) => {
		try {
			return await work(span);
		} catch (error) {
			span.recordException(error as Error);
			span.setStatus({ code: SpanStatusCode.ERROR });
			throw error;
		} finally {
			span.end();
		}
	});
}

/** What to send along with what is asked or told from here, so that it becomes a part of the same trace. */
export function traceHeaders(): TraceHeaders {
	const headers: TraceHeaders = {};
	if (trace.getSpanContext(context.active())) propagation.inject(context.active(), headers);
	return headers;
}

/** The trace headers of a request; a list is none. */
export function traceHeadersIn(headers: Record<string, string | string[] | undefined>): TraceHeaders {
	const { traceparent, tracestate } = headers;
	if (typeof traceparent !== 'string') return {};
	return typeof tracestate === 'string' ? { traceparent, tracestate } : { traceparent };
}
