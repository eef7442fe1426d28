package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.SesMessage;
import io.lambdamaven.runtime.event.Fields;
import org.jspecify.annotations.Nullable;

/** A received email; what SES says of it is the payload. */
final class SesForm extends RecordForm {
    private static final byte[] NOTHING = {'{', '}'};

    private final Fields record;

    SesForm(Fields record) {
        super("the email's record");
        this.record = record;
    }

    @Override
    byte[] proper() {
        byte[] ses = record.json("ses");
        return ses == null ? new byte[0] : ses;
    }

    @Override
    @Nullable
    Object api(Class<?> type) {
        if (type != SesMessage.class) {
            return null;
        }
        Fields mail = part(record, "ses.mail");
        Fields receipt = part(record, "ses.receipt");
        return new SesMessage(
                mail.text("messageId"),
                mail.text("source"),
                strings(mail, "destination"),
                part(mail, "commonHeaders").textOrNull("subject"),
                iso(mail.textOrNull("timestamp")),
                strings(receipt, "recipients"),
                part(receipt, "spamVerdict").text("status"),
                part(receipt, "virusVerdict").text("status"),
                part(receipt, "spfVerdict").text("status"),
                part(receipt, "dkimVerdict").text("status"),
                part(receipt, "dmarcVerdict").text("status"));
    }

    private static Fields part(Fields fields, String name) {
        byte[] json = fields.json(name);
        return Fields.of(json == null ? NOTHING : json);
    }
}
