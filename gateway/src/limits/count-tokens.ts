import { type DocumentNode, Lexer, Source, TokenKind } from 'graphql';

/** Whoever sends ten times too many need not know how many they are. */
const most = 10;

/**
 * Counts a document's tokens up to its first mistake, and up to ten times the limit.
 *
 * @returns whether there are more than were counted
 */
export function countTokens(text: string, limit: number): { asked: number; isMore: boolean } {
	const lexer = new Lexer(new Source(text));
	let asked = 0;
	try {
		while (asked < most * limit) {
			if (lexer.advance().kind === TokenKind.EOF) return { asked, isMore: false };
			asked++;
		}
		return { asked, isMore: true };
	} catch {
		return { asked, isMore: false };
	}
}

/** How many tokens a document was read from. */
export function tokensOf({ tokenCount }: DocumentNode): number {
	return Math.max(1, tokenCount ?? 0);
}
