/** The whole number that an option of a command line was given. @throws with a message of one line for anything else */
export function wholeOption(option: string, text: string, most: number, least = 0): number {
	const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
	if (number >= least && number <= most) return number;
	throw new Error(`--${option} takes a whole number from ${least} to ${most}; "${text}" was given.`);
}
