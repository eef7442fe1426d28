package io.lambdamaven.runtime.aws;

import java.util.LinkedHashMap;
import java.util.Map;

/** One call of an operation, not yet signed. Immutable: each method returns a changed copy. */
public final class AwsRequest {
    private static final byte[] NOTHING = {};

    private final AwsService service;
    private final String operation;
    private final String method;
    private final String path;
    private String region = "";
    private String hostPrefix = "";
    private String bucket = "";
    private String gateway = "";
    private String stage = "";
    private String query = "";
    private Map<String, String> headers = new LinkedHashMap<>();
    private byte[] body = NOTHING;
    private boolean signsBody = true;
    private int patience = Http.PATIENCE;

    private AwsRequest(AwsService service, String operation, String method, String path) {
        this.service = service;
        this.operation = operation;
        this.method = method;
        this.path = path;
    }

    /**
     * A call without headers and body.
     *
     * @param service whose operation it is
     * @param operation its name, for messages
     * @param method in capitals
     * @param path encoded, from {@code /} on
     * @return the request
     */
    public static AwsRequest of(AwsService service, String operation, String method, String path) {
        return new AwsRequest(service, operation, method, path);
    }

    /**
     * A call in the protocol JSON 1.1.
     *
     * @param service a service of that protocol
     * @param operation what to call
     * @param body its input as JSON, not to be changed any more
     * @return the request
     */
    public static AwsRequest json(AwsService service, String operation, byte[] body) {
        return of(service, operation, "POST", "/")
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", service.target() + "." + operation)
                .body(body);
    }

    /**
     * Sets the Region, where it is not the function's own.
     *
     * @param code such as {@code eu-west-1}
     * @return a copy
     */
    public AwsRequest region(String code) {
        AwsRequest copy = copy();
        copy.region = code;
        return copy;
    }

    /**
     * Sets what goes before the endpoint's host.
     *
     * @param label letters, digits and hyphens
     * @return a copy
     */
    public AwsRequest hostPrefix(String label) {
        AwsRequest copy = copy();
        copy.hostPrefix = label;
        return copy;
    }

    /**
     * Sets the bucket that the path is in. It goes before the endpoint's host where it can be part of a name there, and
     * else before the path.
     *
     * @param name as S3 allows it: nothing in it is to be encoded
     * @return a copy
     */
    public AwsRequest bucket(String name) {
        AwsRequest copy = copy();
        copy.bucket = name;
        return copy;
    }

    /**
     * Sets the API of API Gateway that the path is in. Its id goes before the endpoint's host and its stage before the
     * path; an endpoint that a variable gives is taken for one that has both, as the SDK takes it.
     *
     * @param id letters and digits
     * @param apiStage letters, digits, hyphens and underscores
     * @return a copy
     */
    public AwsRequest gateway(String id, String apiStage) {
        AwsRequest copy = copy();
        copy.gateway = id;
        copy.stage = apiStage;
        return copy;
    }

    /**
     * Sets the query.
     *
     * @param encoded without the question mark
     * @return a copy
     */
    public AwsRequest query(String encoded) {
        AwsRequest copy = copy();
        copy.query = encoded;
        return copy;
    }

    /**
     * Sets a header.
     *
     * @param name of the header
     * @param value its one value
     * @return a copy
     */
    public AwsRequest header(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                throw new IllegalArgumentException("the value of header " + name + " holds a character that no header"
                        + " may hold, at position " + i);
            }
        }
        AwsRequest copy = copy();
        copy.headers.put(name, value);
        return copy;
    }

    /**
     * Sets the body.
     *
     * @param bytes not to be changed any more
     * @return a copy
     */
    public AwsRequest body(byte[] bytes) {
        AwsRequest copy = copy();
        copy.body = bytes;
        return copy;
    }

    /**
     * Leaves the body out of the signature, as some operations of S3 want it.
     *
     * @return a copy
     */
    public AwsRequest unsignedBody() {
        AwsRequest copy = copy();
        copy.signsBody = false;
        return copy;
    }

    /**
     * Gives an operation that takes long the time it takes.
     *
     * @param millis how long its answer may keep one waiting, instead of ten seconds
     * @return a copy
     */
    public AwsRequest patience(int millis) {
        AwsRequest copy = copy();
        copy.patience = millis;
        return copy;
    }

    AwsService service() {
        return service;
    }

    String name() {
        return service.id() + " " + operation;
    }

    String method() {
        return method;
    }

    String path() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Empty for the function's own. */
    String region() {
        return region;
    }

    String hostPrefix() {
        return hostPrefix;
    }

    String bucket() {
        return bucket;
    }

    String gateway() {
        return gateway;
    }

    String stage() {
        return stage;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    boolean signsBody() {
        return signsBody;
    }

    int patience() {
        return patience;
    }

    private AwsRequest copy() {
        AwsRequest copy = new AwsRequest(service, operation, method, path);
        copy.region = region;
        copy.hostPrefix = hostPrefix;
        copy.bucket = bucket;
        copy.gateway = gateway;
        copy.stage = stage;
        copy.query = query;
        copy.headers = new LinkedHashMap<>(headers);
        copy.body = body;
        copy.signsBody = signsBody;
        copy.patience = patience;
        return copy;
    }
}
