import './style-nonce.ts';
import 'graphiql/setup-workers/vite';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './style.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { fetcher } from './fetcher.ts';
import icon from './icon.svg';
import { RememberedBar } from './remembered-bar.tsx';
import { starterTabs } from './starter-tabs.ts';
import { editorTheme, Theme } from './theme.tsx';

// Beside the variables, the operation would show no more than five lines.
const isNarrow = matchMedia('(max-width: 45rem)').matches;

createRoot(document.getElementById('playground')!).render(
	<GraphiQL
		fetcher={fetcher}
		defaultTabs={starterTabs}
		defaultEditorToolsVisibility={isNarrow ? false : 'variables'}
		editorTheme={editorTheme}
	>
		<GraphiQL.Logo>
			<img src={icon} alt="Infinite Blob" />
			<h1>GraphQL Playground</h1>
		</GraphiQL.Logo>
		<GraphiQL.Footer>
			<RememberedBar />
		</GraphiQL.Footer>
		<Theme />
	</GraphiQL>,
);
