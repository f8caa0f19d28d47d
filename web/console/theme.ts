import { createTheme, Modal } from '@mantine/core';

/** Behaviour of Mantine's parts; their looks are in mantine.css, from the tokens that the report has too. */
export const theme = createTheme({
  cursorType: 'pointer',
  focusRing: 'never',
  respectReducedMotion: true,
  components: {
    // Locking the scroll would write a style element into the page, which the policy does not allow.
    Modal: Modal.extend({ defaultProps: { lockScroll: false, transitionProps: { duration: 0 } } }),
    // A place to begin that is no item of a menu is not allowed in one.
    Menu: {
      defaultProps: {
        transitionProps: { duration: 0 },
        shadow: 'md',
        withInitialFocusPlaceholder: false,
      },
    },
    Button: { defaultProps: { variant: 'default', size: 'sm' } },
  },
});
