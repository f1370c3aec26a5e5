import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent, from its lightest shade to its darkest. */
const accent: MantineColorsTuple = [
  '#eef3ff',
  '#dde7fd',
  '#b9cdf8',
  '#93b2f3',
  '#7ea6ff',
  '#3b6cdc',
  '#2456c9',
  '#1f4bb1',
  '#1a3f95',
  '#143174',
];

/** The greys of the dark theme, from text to the deepest ground; the same as in styles/tokens.css. */
const dark: MantineColorsTuple = [
  '#e9ebef',
  '#c9d0da',
  '#9ba5b4',
  '#5d6675',
  '#424956',
  '#282c34',
  '#1d2026',
  '#16181d',
  '#101114',
  '#0b0c0e',
];

/** The kept components, dressed as the rest of the window; colours of our own parts are in styles/tokens.css. */
export const theme = createTheme({
  colors: { accent, dark },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  autoContrast: true,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontSizes: { xs: '11px', sm: '13px', md: '13px', lg: '15px', xl: '18px' },
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif" },
  defaultRadius: 6,
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'xs' } },
    NativeSelect: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    Modal: { defaultProps: { transitionProps: { duration: 90 }, centered: true, padding: 0 } },
    Popover: { defaultProps: { transitionProps: { duration: 60 } } },
    Menu: { defaultProps: { transitionProps: { duration: 60 } } },
  },
});
