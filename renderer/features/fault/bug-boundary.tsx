import { IconBug } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { StateScreen } from '../../ui/state-screen.tsx';
import { setWindowState } from '../../ready.ts';

type Props = {
  /** What is drawn; another one is tried anew. */
  readonly of: string;
  /** The way on beside trying again. */
  readonly onLeave?: () => void;
  readonly children: ReactNode;
};

type State = { readonly hasFailed: boolean; readonly of: string };

/** Where drawing something fails, that place says so and the rest of the window goes on: no window is ever left blank. */
export class BugBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false, of: this.props.of };

  static getDerivedStateFromError(): Partial<State> {
    return { hasFailed: true };
  }

  static getDerivedStateFromProps({ of }: Props, state: State): Partial<State> | null {
    return of === state.of ? null : { hasFailed: false, of };
  }

  override componentDidCatch(): void {
    setWindowState('ready');
  }

  override render(): ReactNode {
    const { children, onLeave } = this.props;
    if (!this.state.hasFailed) return children;
    return (
      <StateScreen
        isFailure
        icon={<IconBug size={26} stroke={1.5} />}
        title={<FormattedMessage id="fault.bug" />}
        text={<FormattedMessage id="fault.bugText" />}
      >
        <button
          type="button"
          className="banner-button"
          onClick={() => this.setState({ hasFailed: false })}
          data-testid="bug-retry"
        >
          <FormattedMessage id="fault.bugRetry" />
        </button>
        {onLeave === undefined ? null : (
          <button type="button" className="banner-button" onClick={onLeave}>
            <FormattedMessage id="fault.bugLeave" />
          </button>
        )}
      </StateScreen>
    );
  }
}
