import { format, type Money } from '@infinite-blob/money/money';
import { GraphQLError, GraphQLScalarType } from 'graphql';
import { z } from 'zod';

// Date.parse alone takes "week 7", the 30th of February, and a time without a zone for the server's own.
const instant = z.iso.datetime({ offset: true });

/** An ISO-8601 instant, of whatever offset, as epoch milliseconds; in UTC where it is told. */
export const DateTime = new GraphQLScalarType<number, string>({
	name: 'DateTime',
	serialize: (value) => new Date(value as number).toISOString(),
	parseValue(value) {
		const { data } = instant.safeParse(value);
		if (data === undefined)
			throw badInput('A DateTime is an ISO-8601 instant such as 2026-11-23T08:15:30.000Z.');
		return Date.parse(data);
	},
});

/** An absolute http(s) address. */
const URLScalar = new GraphQLScalarType<string, string>({
	name: 'URL',
	serialize: (value) => String(value),
	parseValue(value) {
		if (typeof value === 'string' && URL.canParse(value) && /^https?:/i.test(value)) return value;
		throw badInput('A URL is an absolute http(s) address.');
	},
});

/** The resolvers that every subgraph with money, times and addresses shares. */
export const sharedResolvers = {
	DateTime,
	URL: URLScalar,
	Money: {
		formatted(money: Money, { locale }: { locale?: string | null }): string {
			try {
				return format(money, locale ?? 'en-US');
			} catch (error) {
				if (!(error instanceof RangeError)) throw error;
				throw badInput(`"${locale}" is not a locale: give a BCP 47 tag such as en-US or de-DE.`);
			}
		},
	},
};

/** A query the caller must mend: BAD_USER_INPUT. */
export function badInput(message: string): GraphQLError {
	return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
