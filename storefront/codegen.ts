import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
	schema: '../gateway/api.graphql',
	documents: ['src/lib/graphql/*.ts', '!src/lib/graphql/*.generated.ts'],
	generates: {
		'src/lib/graphql/operations.generated.ts': {
			plugins: ['typescript-operations'],
			config: {
				scalars: { ID: 'string', DateTime: 'string', URL: 'string' },
				strictScalars: true,
				skipTypename: true,
				useTypeImports: true,
			},
		},
	},
};

export default config;
