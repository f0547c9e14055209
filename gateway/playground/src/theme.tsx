import { useGraphiQL, useGraphiQLActions, useMonaco } from '@graphiql/react';
import { useLayoutEffect } from 'react';

/** The names of the editor's themes, for GraphiQL to switch between. */
export const editorTheme = { light: 'infinite-blob-light', dark: 'infinite-blob-dark' };

const light = {
	ink: '#1d1b18',
	muted: '#68625a',
	line: '#ddd7cc',
	card: '#ffffff',
	accent: '#9a4420',
	soft: '#f6e6da',
	string: '#2c6a4b',
	type: '#36558f',
	argument: '#7a3f74',
	bad: '#a32b23',
};

const dark: typeof light = {
	ink: '#efebe4',
	muted: '#a9a297',
	line: '#35312c',
	card: '#1c1a18',
	accent: '#eba27a',
	soft: '#38261b',
	string: '#8ccba8',
	type: '#9db8e8',
	argument: '#d3a6cd',
	bad: '#f3998f',
};

function themeOf(base: 'vs' | 'vs-dark', c: typeof light) {
	const foregrounds = {
		'': c.ink,
		comment: c.muted,
		keyword: c.accent,
		'type.identifier': c.type,
		'key.identifier': c.ink,
		'argument.identifier': c.argument,
		annotation: c.argument,
		operator: c.muted,
		delimiter: c.muted,
		number: c.type,
		string: c.string,
		'string.key.json': c.ink,
		'string.value.json': c.string,
		'keyword.json': c.accent,
	};
	return {
		base,
		inherit: true,
		rules: Object.entries(foregrounds).map(([token, color]) => ({ token, foreground: color.slice(1) })),
		colors: {
			...Object.fromEntries(
				[1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, c.muted]),
			),
			'editor.background': '#00000000',
			'editor.foreground': c.ink,
			'editorLineNumber.foreground': c.muted,
			'editorLineNumber.activeForeground': c.ink,
			'editorIndentGuide.background1': c.line,
			'editorIndentGuide.activeBackground1': c.line,
			'editorCursor.foreground': c.accent,
			'editorError.foreground': c.bad,
			'editorWidget.background': c.card,
			'editorWidget.border': c.line,
			'editorHoverWidget.background': c.card,
			'editorHoverWidget.border': c.line,
			'editorSuggestWidget.background': c.card,
			'editorSuggestWidget.selectedBackground': c.soft,
			'editorSuggestWidget.selectedForeground': c.ink,
			'editorSuggestWidget.highlightForeground': c.accent,
			'editorSuggestWidget.focusHighlightForeground': c.accent,
			'editorLink.activeForeground': c.accent,
			'textLink.foreground': c.accent,
			'textLink.activeForeground': c.accent,
			'list.hoverBackground': c.soft,
			'menu.background': c.card,
			'menu.selectionBackground': c.soft,
			'menu.selectionForeground': c.ink,
			'quickInput.background': c.card,
			'quickInputList.focusBackground': c.soft,
			'quickInputList.focusForeground': c.ink,
			'scrollbar.shadow': '#00000000',
			focusBorder: c.accent,
		},
	};
}

/** Gives the editors the shop's colours, and keeps them with the system's when no theme is chosen. */
export function Theme() {
	const monaco = useMonaco((state) => state.monaco);
	const chosen = useGraphiQL((state) => state.theme);
	const { setTheme } = useGraphiQLActions();

	// Before the effects that make the editors.
	useLayoutEffect(() => {
		if (!monaco) return;
		monaco.editor.defineTheme(editorTheme.light, themeOf('vs', light));
		monaco.editor.defineTheme(editorTheme.dark, themeOf('vs-dark', dark));
		const listening = monaco.editor.onDidCreateEditor((editor) =>
			editor.updateOptions({
				fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
				fontSize: 14,
				lineHeight: 22,
				wordWrap: 'on',
				// Names of artworks have apostrophes and accents.
				unicodeHighlight: { ambiguousCharacters: false },
			}),
		);
		return () => listening.dispose();
	}, [monaco]);

	// GraphiQL's own pages follow the system by themselves, its editors do not.
	useLayoutEffect(() => {
		const system = matchMedia('(prefers-color-scheme: dark)');
		const show = () => {
			document.documentElement.dataset.theme = chosen ?? (system.matches ? 'dark' : 'light');
		};
		const follow = () => {
			show();
			if (!chosen) setTheme(null);
		};
		show();
		system.addEventListener('change', follow);
		return () => system.removeEventListener('change', follow);
	}, [chosen, setTheme]);

	return null;
}
