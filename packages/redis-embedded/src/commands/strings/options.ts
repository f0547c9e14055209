import { syntaxError } from '../../engine/arguments.ts';

/** The options of SET and GETEX: NX or XX, whether GET, and how it expires, for some of the ways with a time. */
export interface StringOptions {
	condition?: string;
	get?: boolean;
	expiry?: string;
	time?: string;
}

/** Reads EX, PX, EXAT and PXAT, and of the others those that the command knows. */
export function readOptions(words: readonly string[], known: readonly string[]): StringOptions {
	const options: StringOptions = {};
	for (let i = 0; i < words.length; i++) {
		const option = words[i]!.toUpperCase();
		const timed = /^(EX|PX)(AT)?$/.test(option);
		if (!timed && !known.includes(option)) throw syntaxError();
		if (option === 'GET') {
			options.get = true;
			continue;
		}
		const kind = /^[NX]X$/.test(option) ? 'condition' : 'expiry';
		if ((options[kind] ?? option) !== option) throw syntaxError();
		options[kind] = option;
		if (!timed) continue;
		const time = words[++i];
		if (time === undefined) throw syntaxError();
		options.time = time;
	}
	return options;
}
