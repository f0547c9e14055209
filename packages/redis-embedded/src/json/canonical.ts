import { isPlain } from './number.ts';

const QUOTE = 34;
const COMMA = 44;
const MINUS = 45;
const DOT = 46;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const UNDERSCORE = 95;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** Printable ASCII without the backslash: strings end at the next quote, and are printed as they are. */
const PLAIN = /^[ -[\]-~]*$/;
/** So deep, and so many names in an object, are looked at; all of it is doubtful beyond. */
const MAX_DEPTH = 32;
const MAX_NAMES = 32;
/** A number of more digits may not be printed as it is. */
const SURE_DIGITS = 15;

/** Whether a text, given as bytes, surely is JSON as it would be printed again: most of what programs send is. */
export function isCanonical(text: string): boolean {
	return PLAIN.test(text) && new Scan(text).isWhole();
}

/** Goes over a text once, without taking it apart; gives up at whatever is unusual. */
class Scan {
	private at = 0;
	private depth = 0;
	private readonly text: string;

	constructor(text: string) {
		this.text = text;
	}

	isWhole(): boolean {
		return this.value() && this.at === this.text.length;
	}

	private value(): boolean {
		const next = this.text.charCodeAt(this.at);
		switch (next) {
			case QUOTE:
				return this.string();
			case OPEN_OBJECT:
				return this.object();
			case OPEN_LIST:
				return this.list();
			case MINUS:
				this.at++;
				return this.number(false);
			default:
				return next >= ZERO && next <= NINE ? this.number(true) : this.word();
		}
	}

	private list(): boolean {
		if (++this.depth > MAX_DEPTH) return false;
		this.at++;
		if (!this.take(CLOSE_LIST)) {
			do if (!this.value()) return false;
			while (this.take(COMMA));
			if (!this.take(CLOSE_LIST)) return false;
		}
		this.depth--;
		return true;
	}

	private object(): boolean {
		if (++this.depth > MAX_DEPTH) return false;
		this.at++;
		if (!this.take(CLOSE_OBJECT)) {
			const names: number[] = [];
			do {
				// Digits alone would change their place, and two names that are the same would become one.
				const first = this.text.charCodeAt(this.at + 1);
				if ((first >= ZERO && first <= NINE) || first === UNDERSCORE) return false;
				const start = this.at;
				if (this.text.charCodeAt(start) !== QUOTE || !this.string()) return false;
				const name = this.hash(start, this.at);
				if (names.length === MAX_NAMES || names.includes(name)) return false;
				names.push(name);
				if (!this.take(COLON) || !this.value()) return false;
			} while (this.take(COMMA));
			if (!this.take(CLOSE_OBJECT)) return false;
		}
		this.depth--;
		return true;
	}

	private string(): boolean {
		this.at = this.text.indexOf('"', this.at + 1) + 1;
		return this.at > 0;
	}
	/** Where two names have the same by chance, the text is doubtful: it is parsed then. */
	private hash(start: number, end: number): number {
		let hash = 0;
		for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + this.text.charCodeAt(at)) | 0;
		return hash;
	}

	/** Digits, and digits behind a dot that neither begin so small nor end with a zero. */
	private number(zeroAllowed: boolean): boolean {
		const start = this.at;
		this.digits();
		const whole = this.at - start;
		const isZero = this.text.charCodeAt(start) === ZERO;
		if (whole === 0 || (isZero && whole > 1)) return false;
		if (this.take(DOT)) {
			const fraction = this.at;
			this.digits();
			if (this.at === fraction || this.text.charCodeAt(this.at - 1) === ZERO) return false;
			if (this.text.startsWith('000', fraction)) return false;
		} else if (isZero) return zeroAllowed;
		return this.at - start <= SURE_DIGITS || isPlain(this.text.slice(start, this.at));
	}
	private digits(): void {
		const { text } = this;
		for (let code = text.charCodeAt(this.at); code >= ZERO && code <= NINE; )
			code = text.charCodeAt(++this.at);
	}

	private word(): boolean {
		const word = ['true', 'false', 'null'].find((each) => this.text.startsWith(each, this.at));
		this.at += word?.length ?? 0;
		return word !== undefined;
	}

	/** Whether a character is next, which is passed over then. */
	private take(code: number): boolean {
		if (this.text.charCodeAt(this.at) !== code) return false;
		this.at++;
		return true;
	}
}
