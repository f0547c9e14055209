import type { SuggestionResolvers } from '../schema.generated.ts';

export const Suggestion: SuggestionResolvers = {
	tag: (suggestion) => ('tag' in suggestion ? suggestion.tag : null),
	product: (suggestion) => ('product' in suggestion ? suggestion.product : null),
};
