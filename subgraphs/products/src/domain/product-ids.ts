const prefix = 'prd_';
const digits = 20;
const bytes = digits / 2;

/** Many ids of products, in order: ten bytes each, since they are hex digits. */
export class ProductIds {
	/** Each character a byte. */
	readonly #packed: string;

	private constructor(packed: string) {
		this.#packed = packed;
	}

	static of(ids: readonly string[]): ProductIds {
		const hex = ids.map((id) => id.slice(prefix.length)).join('');
		return new ProductIds(Buffer.from(hex, 'hex').toString('latin1'));
	}

	/** @param text as `toBase64` writes it */
	static fromBase64(text: string): ProductIds {
		return new ProductIds(Buffer.from(text, 'base64').toString('latin1'));
	}

	toBase64(): string {
		return Buffer.from(this.#packed, 'latin1').toString('base64');
	}

	get length(): number {
		return this.#packed.length / bytes;
	}

	/** The ids from a place on to the one before another. */
	slice(from: number, to: number): string[] {
		const hex = Buffer.from(this.#packed.slice(from * bytes, to * bytes), 'latin1').toString('hex');
		return Array.from(
			{ length: hex.length / digits },
			(_, place) => prefix + hex.slice(place * digits, (place + 1) * digits),
		);
	}
}
