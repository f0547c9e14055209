import type { ExecutionResult } from 'graphql';

/** A JSON value that nobody has to look into, as its text. */
export class JsonText {
	readonly text: string;

	/** @param text valid JSON */
	constructor(text: string) {
		this.text = text;
	}

	/** For JSON.stringify, which cannot take a text as it is. */
	toJSON(): unknown {
		return JSON.parse(this.text);
	}
}

/** A result as JSON; data that is a text already stays one. */
export function stringifyResult({ data, ...rest }: ExecutionResult | { data?: unknown }): string {
	if (!(data instanceof JsonText)) return JSON.stringify(data === undefined ? rest : { ...rest, data });
	const others = JSON.stringify(rest);
	return others === '{}' ? `{"data":${data.text}}` : `${others.slice(0, -1)},"data":${data.text}}`;
}
