package io.lambdamaven.runtime.bind;

import io.lambdamaven.runtime.event.Fields;
import org.jspecify.annotations.Nullable;

/** A record that has no type of ours: it is the payload itself. */
final class PlainForm extends RecordForm {
    private final Fields record;

    PlainForm(Fields record, int index) {
        super("record " + (index + 1));
        this.record = record;
    }

    @Override
    byte[] proper() {
        return record.json();
    }

    @Override
    @Nullable
    Object api(Class<?> type) {
        return null;
    }
}
