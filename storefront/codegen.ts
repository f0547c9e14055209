import { fileURLToPath } from 'node:url';
import type { CodegenConfig } from '@graphql-codegen/cli';

// Absolute, so that it does not matter where it is run from.
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const config: CodegenConfig = {
	schema: here('../gateway/api.graphql'),
	documents: [here('src/lib/graphql/*.ts'), `!${here('src/lib/graphql/*.generated.ts')}`],
	generates: {
		[here('src/lib/graphql/operations.generated.ts')]: {
			plugins: ['typescript-operations'],
			config: {
				scalars: { ID: 'string', DateTime: 'string', URL: 'string' },
				strictScalars: true,
				skipTypename: true,
				useTypeImports: true,
				disableDescriptions: true,
			},
		},
	},
};

export default config;
