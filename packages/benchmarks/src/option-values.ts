/** The one of the names that an option gives. @throws when it is none of them */
export function oneOf<Name extends string>(option: string, names: readonly Name[], text: string): Name {
	const known = names.find((name) => name === text);
	if (!known) throw new Error(`--${option} takes one of ${names.join(', ')}`);
	return known;
}

/** The number that an option gives. @throws when it is not above 0 */
export function positive(option: string, text: string): number {
	const number = Number(text);
	if (!(number > 0)) throw new Error(`--${option} takes a number above 0`);
	return number;
}
