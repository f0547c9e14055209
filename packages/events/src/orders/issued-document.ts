import { z } from 'zod';

/** An invoice or a credit note that exists as a file. */
export const issuedDocument = z.object({
	number: z.string(),
	/** Its key in the file store. */
	file: z.string(),
});

export type IssuedDocument = z.infer<typeof issuedDocument>;
