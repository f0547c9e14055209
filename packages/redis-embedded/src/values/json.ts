import type { JsonNumber } from '../json/number.ts';
import { parse, stringify } from '../json/text.ts';
import { toBytes, toText } from '../protocol/reply.ts';
import { type Value, WholeValue } from './value.ts';

/**
 * Anything JSON can say. Strings are text here, not bytes. Numbers and names that JavaScript would change are kept
 * as src/json/number.ts and text.ts say.
 */
export type Json = null | boolean | JsonNumber | string | Json[] | JsonObject;
export interface JsonObject {
	[name: string]: Json;
}

/** So many documents stay parsed: those that were needed last. */
const PARSED = 1000;
const parsed: (JsonValue | undefined)[] = new Array(PARSED);
let oldest = 0;

/** A JSON document, kept as text, which takes far less room than what it says; and parsed while it is in use. */
export class JsonValue extends WholeValue implements Value {
	private root: Json | undefined;
	private text: string | undefined;

	constructor(text = 'null') {
		super();
		this.text = text;
	}
	get type() {
		return 'ReJSON-RL' as const;
	}
	get json(): Json {
		if (this.root === undefined) this.keep(parse(toText(this.text!)));
		return this.root!;
	}
	/** Replaces the document, or says that it was changed in place. */
	update(root: Json = this.json): void {
		this.keep(root);
		this.text = undefined;
	}
	/** Replaces the document by what a text says, given as bytes and as it would be printed. */
	replace(text: string): void {
		// What is in use stays parsed, in the place that it has among those.
		if (this.root !== undefined) this.root = parse(text);
		this.text = text;
	}
	/** The document's text, as bytes. */
	head(): string {
		this.text ??= toBytes(stringify(this.root!));
		return this.text;
	}

	/** Stays parsed, instead of the one that has been for longest. */
	private keep(root: Json): void {
		if (this.root === undefined) {
			parsed[oldest]?.forget();
			parsed[oldest] = this;
			oldest = (oldest + 1) % PARSED;
		}
		this.root = root;
	}
	private forget(): void {
		this.head();
		this.root = undefined;
	}
}
