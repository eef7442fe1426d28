package io.lambdamaven.plugin.pack;

/**
 * How large an archive may be.
 *
 * @param zipped bytes of the archive that can be uploaded directly
 * @param unzipped bytes of its contents
 */
public record Limits(long zipped, long unzipped) {
    private static final long MEGABYTE = 1024L * 1024;

    /** Lambda's own. See <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">quotas</a>. */
    public static final Limits LAMBDA = new Limits(50 * MEGABYTE, 250 * MEGABYTE);
}
