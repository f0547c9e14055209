import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

const byDefault = 'en-US';
const longestHeader = 200;
/** Most visitors' browsers say one of few headers. */
const chosen = new LRUCache<string, string>({ max: 1_000 });

/** The locale that numbers and dates are written in: the first that the visitor's browser asks for and this server knows. */
export function visitorLocale(acceptLanguage: string | null): string {
	if (acceptLanguage === null) return byDefault;
	const header = acceptLanguage.slice(0, longestHeader);
	const locale = chosen.get(header) ?? chooseLocale(header);
	chosen.set(header, locale);
	return locale;
}

function chooseLocale(header: string): string {
	for (const tag of new Negotiator({ headers: { 'accept-language': header } }).languages()) {
		const locale = knownLocale(tag);
		if (locale) return locale;
	}
	return byDefault;
}

/** Language, script and region, without extensions: other digits and calendars would not fit the pages' English. */
function knownLocale(tag: string): string | undefined {
	try {
		const { baseName } = new Intl.Locale(tag);
		return Intl.NumberFormat.supportedLocalesOf(baseName)[0];
	} catch {
		return undefined;
	}
}
