import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent, from its lightest shade to its darkest. */
const accent: MantineColorsTuple = [
  '#eef3ff',
  '#dde7fd',
  '#b9cdf8',
  '#93b2f3',
  '#7ea6ff',
  '#4c7de6',
  '#2456c9',
  '#1f4bb1',
  '#1a3f95',
  '#143174',
];

/** The kept components, dressed as the rest of the window; colours of our own parts are in styles/tokens.css. */
export const theme = createTheme({
  colors: { accent },
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
