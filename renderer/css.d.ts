import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Grid tracks of the queue's columns. */
    '--tracks'?: string;
  }
}
