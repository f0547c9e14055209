// Line breaks and other control characters could forge lines of a mail, those of direction turn round what follows;
// halves of characters cannot be printed, nor kept as JSON. Joiners (also \p{Cf}) are part of names in many scripts.
const unprintable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** Whether a text may be shown as a line. */
export function isPrintableLine(text: string): boolean {
	return !unprintable.test(text);
}

/** Whether each line of a text may be shown. */
export function isPrintableText(text: string): boolean {
	return isPrintableLine(text.replaceAll(/[\t\r\n]/g, ''));
}
