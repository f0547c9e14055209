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

/** A JSON document, kept parsed, with a text of it beside it until it changes. */
export class JsonValue extends WholeValue implements Value {
	readonly type = 'ReJSON-RL';
	private root: Json;
	private text: string | undefined;
	/** Whether the text is as RedisJSON prints it, not as it was given. */
	private printed = false;

	constructor(text?: string) {
		super();
		this.root = text === undefined ? null : parse(toText(text));
		this.text = text;
	}
	get json(): Json {
		return this.root;
	}
	/** Replaces the document, with a text of it if there is one, or says that it was changed in place. */
	update(root: Json = this.root, text?: string): void {
		this.root = root;
		this.text = text;
		this.printed = false;
	}
	/** A text of the document, as bytes. */
	head(): string {
		return this.text ?? this.print();
	}
	/** The document's text without spaces, as bytes. */
	print(): string {
		if (this.text === undefined || !this.printed) {
			this.text = toBytes(stringify(this.root));
			this.printed = true;
		}
		return this.text;
	}
}
