package io.lambdamaven.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An email that SES received; its content is not part of the event.
 *
 * @param messageId SES's id, under which an S3 action stores the email
 * @param source the sender of the envelope
 * @param destination the recipients of the envelope
 * @param subject null if there is none
 * @param timestamp when it was received, null if SES did not say
 * @param recipients those that the receipt rule matched
 * @param spamVerdict {@code PASS}, {@code FAIL}, {@code GRAY} or {@code PROCESSING_FAILED}; empty if SES did not say
 * @param virusVerdict likewise
 * @param spfVerdict likewise
 * @param dkimVerdict likewise
 * @param dmarcVerdict likewise
 * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda-event.html">AWS: the Lambda
 *     action's event</a>
 */
public record SesMessage(
        String messageId,
        String source,
        List<String> destination,
        @Nullable String subject,
        @Nullable Instant timestamp,
        List<String> recipients,
        String spamVerdict,
        String virusVerdict,
        String spfVerdict,
        String dkimVerdict,
        String dmarcVerdict) {
    /** Copies the lists. */
    public SesMessage {
        destination = List.copyOf(destination);
        recipients = List.copyOf(recipients);
    }
}
