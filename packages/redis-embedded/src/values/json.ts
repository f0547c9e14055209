import { toBytes, toText } from '../protocol/reply.ts';
import { type Value, WholeValue } from './value.ts';

/** Anything JSON can say. Strings are text here, not bytes. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A JSON document, kept parsed, with its text beside it until it changes. */
export class JsonValue extends WholeValue implements Value {
	readonly type = 'ReJSON-RL';
	private root: Json;
	private text: string | undefined;

	constructor(text = 'null') {
		super();
		this.root = JSON.parse(toText(text));
		this.text = text;
	}
	/** A document made of a value. */
	static of(root: Json): JsonValue {
		const document = new JsonValue();
		document.update(root);
		return document;
	}
	get json(): Json {
		return this.root;
	}
	/** Replaces the document, or says that it was changed in place. */
	update(root: Json = this.root): void {
		this.root = root;
		this.text = undefined;
	}
	/** The document's text, as bytes. */
	head(): string {
		this.text ??= toBytes(JSON.stringify(this.root));
		return this.text;
	}
}
