package io.lambdamaven.plugin.local.daemon;

/** A body on its way; nobody changes it. */
final class Bytes {
    static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] value;

    Bytes(byte[] value) {
        this.value = value;
    }

    byte[] array() {
        return value;
    }

    boolean isEmpty() {
        return value.length == 0;
    }
}
