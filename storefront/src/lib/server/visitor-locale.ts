import Negotiator from 'negotiator';

const byDefault = 'en-US';

/** The locale that numbers and dates are written in: the first that the visitor's browser asks for and this server knows. */
export function visitorLocale(acceptLanguage: string | null): string {
	const headers = acceptLanguage === null ? {} : { 'accept-language': acceptLanguage.slice(0, 200) };
	for (const tag of new Negotiator({ headers }).languages()) {
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
