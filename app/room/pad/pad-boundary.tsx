'use client';

import { Component, type ReactNode } from 'react';

interface Props {
  onFailure: () => void;
  children: ReactNode;
}

/** What fails in the pad, where a browser's tools may change the page, leaves the room's own page as it is. */
export class PadBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch() {
    this.props.onFailure();
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
