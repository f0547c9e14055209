import { GraphiQL } from 'graphiql';
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { createRoot } from 'react-dom/client';
import { fetcher } from './fetcher.ts';
import { starterTabs } from './starter-tabs.ts';
import './style.css';

createRoot(document.getElementById('playground')!).render(
	<GraphiQL
		fetcher={fetcher}
		defaultTabs={starterTabs}
		defaultEditorToolsVisibility="variables"
		shouldPersistHeaders
	>
		<GraphiQL.Logo>
			<strong>GraphQL Playground</strong>
		</GraphiQL.Logo>
	</GraphiQL>,
);
