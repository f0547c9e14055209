import lighthouse from 'lighthouse';
import type { SharedChromium } from './chromium.ts';

/** What Lighthouse says of a page, seen on its middling phone on its slow line. */
export interface PageAudit {
	/** 0 to 100, by category: performance, accessibility, best-practices, seo. */
	scores: Record<string, number>;
	/** Milliseconds, simulated. */
	largestPaintMs: number;
	blockingMs: number;
	/** Cumulative layout shift. */
	layoutShift: number;
	/** The audits that cost points in other categories than performance. */
	failures: string[];
}

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

/** Opens a page in a tab of its own, as whoever the browser's profile is. @throws when it cannot be audited */
export async function auditPage({ port }: SharedChromium, url: string): Promise<PageAudit> {
	const result = await lighthouse(url, {
		port,
		logLevel: 'silent',
		onlyCategories: categories,
		// The session of the profile is part of what is audited.
		disableStorageReset: true,
	});
	const report = result?.lhr;
	if (!report || report.runtimeError)
		throw new Error(`${url}: ${report?.runtimeError?.message ?? 'no report'}`);
	const numberOf = (audit: string) => report.audits[audit]?.numericValue ?? Number.NaN;
	const weighed = categories.slice(1).flatMap((name) => report.categories[name]?.auditRefs ?? []);
	const failed = weighed.filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 1);
	return {
		scores: Object.fromEntries(
			categories.map((name) => [name, Math.round((report.categories[name]?.score ?? 0) * 100)]),
		),
		largestPaintMs: numberOf('largest-contentful-paint'),
		blockingMs: numberOf('total-blocking-time'),
		layoutShift: numberOf('cumulative-layout-shift'),
		failures: failed.map(({ id }) => id),
	};
}
