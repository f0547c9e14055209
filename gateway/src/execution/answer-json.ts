import type { ExecutionResult } from 'graphql';

const beginning = Buffer.from('{"data":{');
const brace = 0x7d;
const lineFeed = 0x0a;
const others = ['"errors":', '"extensions":'];

/**
 * An answer that has data and nothing else, as its JSON: `{"data":{…}}`. Where nobody has to look into it, it is handed
 * on as it came, which takes a fraction of what reading and writing it does.
 */
export class AnswerJson {
	/** As text, or as its bytes. */
	readonly json: string | Buffer;

	constructor(json: string | Buffer) {
		this.json = json;
	}

	/**
	 * A subgraph's answer as it is, if it has data alone, which is told without reading it: one that has the name of
	 * something else in it, even as a field of the data, is none.
	 */
	static of(body: Buffer): AnswerJson | undefined {
		// Apollo Server ends the line.
		const json = body.at(-1) === lineFeed ? body.subarray(0, -1) : body;
		if (!beginning.equals(json.subarray(0, beginning.length)) || json.at(-1) !== brace) return undefined;
		if (others.some((name) => json.includes(name))) return undefined;
		return new AnswerJson(json);
	}

	get data(): Record<string, unknown> {
		return JSON.parse(String(this.json)).data;
	}

	/** In place of a result's data, for whoever writes that by `JSON.stringify`. */
	toJSON(): unknown {
		return this.data;
	}
}

/**
 * A result as JSON, for Apollo Server, which hands it on untouched: bytes need not be made a text for it, though its
 * types say so.
 */
export function stringifyResult(result: ExecutionResult | { data?: unknown }): string {
	const { data, errors, extensions } = result as ExecutionResult;
	if (data instanceof AnswerJson && !errors && !extensions) return data.json as string;
	return JSON.stringify(result);
}
