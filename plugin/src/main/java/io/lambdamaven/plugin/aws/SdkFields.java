package io.lambdamaven.plugin.aws;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Copies what one of AWS's types has in common with another one: requests that replace a resource as a whole are filled
 * from what was read, so that nothing of it is lost, also of what is newer than this code.
 */
final class SdkFields {
    private SdkFields() {}

    /** Sets each field of the request that what was read has under the same name. */
    static <B extends SdkPojo> B copy(SdkPojo read, B request) {
        Map<String, SdkField<?>> there =
                read.sdkFields().stream().collect(Collectors.toMap(SdkField::memberName, Function.identity()));
        for (SdkField<?> field : request.sdkFields()) {
            SdkField<?> same = there.get(field.memberName());
            if (same != null && same.marshallingType().equals(field.marshallingType())) {
                Object value = same.getValueOrDefault(read);
                if (value != null && !isUnset(value)) {
                    field.set(request, value);
                }
            }
        }
        return request;
    }

    /** A list or map that AWS did not send is empty in the SDK, and must not be sent as such. */
    private static boolean isUnset(Object value) {
        return value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap;
    }
}
