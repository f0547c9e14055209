/** Locales come from visitors' browsers: as many as a shop meets, and no more than memory has room for. */
const most = 100;

/** Makes what writes in a locale, a BCP 47 tag, once for each. */
export function byLocale<Formats>(make: (locale: string) => Formats): (locale: string) => Formats {
	const known = new Map<string, Formats>();
	return (locale) => {
		const formats = known.get(locale) ?? make(locale);
		if (known.size >= most) known.clear();
		known.set(locale, formats);
		return formats;
	};
}
