package io.lambdamaven.runtime.code;

import org.jspecify.annotations.Nullable;

/**
 * Where the application's jar is. It only says where to look: what is found there is run if it has the digest of the
 * manifest, and else not.
 *
 * @param bucket empty for a file beside this code
 * @param path the object's key, or the file's path below the function's code
 */
record Source(String bucket, String path) {
    /** The variable that names it. */
    static final String VARIABLE = "LAMBDA_MAVEN__APPLICATION";

    private static final String S3 = "s3://";
    private static final String FILE = "file:";

    static Source of(@Nullable String text) {
        if (text != null && text.startsWith(S3)) {
            int slash = text.indexOf('/', S3.length());
            if (slash != -1 && isPath(text.substring(slash + 1)) && isName(text.substring(S3.length(), slash))) {
                return new Source(text.substring(S3.length(), slash), text.substring(slash + 1));
            }
        } else if (text != null && text.startsWith(FILE) && isPath(text.substring(FILE.length()))) {
            return new Source("", text.substring(FILE.length()));
        }
        throw new CodeException("the variable " + VARIABLE + " must be of the form s3://bucket/key"
                + (text == null ? ", and is not set" : "") + ": deploy the function again");
    }

    boolean isFile() {
        return bucket.isEmpty();
    }

    private static boolean isName(String text) {
        return isPath(text) && text.indexOf('_') < 0;
    }

    /** Nothing that would have to be encoded, and no way up. */
    private static boolean isPath(String text) {
        boolean good = !text.isEmpty() && text.charAt(0) != '/' && !text.contains("..");
        for (int i = 0; i < text.length() && good; i++) {
            char c = text.charAt(i);
            good = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '.'
                    || c == '-'
                    || c == '_'
                    || c == '/';
        }
        return good;
    }

    @Override
    public String toString() {
        return isFile() ? FILE + path : S3 + bucket + "/" + path;
    }
}
