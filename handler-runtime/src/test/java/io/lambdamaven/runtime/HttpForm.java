package io.lambdamaven.runtime;

import java.util.Map;

/** The forms in which a request may come, each with the members that its front sends. */
enum HttpForm {
    HTTP_API_V2(
            true,
            "{'version':'2.0','rawPath':~path~,'rawQueryString':'','headers':{},'requestContext':{'http':{"
                    + "'method':~method~,'path':~path~,'sourceIp':'192.0.2.1'},'stage':'$default',"
                    + "'domainName':'a.execute-api.eu-central-1.amazonaws.com','requestId':'r'},~body~}"),
    HTTP_API_V1(
            true,
            "{'version':'1.0','resource':'/x','path':~path~,'httpMethod':~method~,'headers':{},"
                    + "'multiValueHeaders':{},'requestContext':{'stage':'$default',"
                    + "'domainName':'a.execute-api.eu-central-1.amazonaws.com','requestId':'r'},~body~}"),
    REST_API(
            false,
            "{'resource':'/x','path':~path~,'httpMethod':~method~,'headers':{},'multiValueHeaders':{},"
                    + "'requestContext':{'stage':'prod','requestId':'r','identity':{'sourceIp':'192.0.2.1'}},~body~}"),
    FUNCTION_URL(
            false,
            "{'version':'2.0','rawPath':~path~,'rawQueryString':'','headers':{},'requestContext':{'http':{"
                    + "'method':~method~,'path':~path~,'sourceIp':'192.0.2.1'},"
                    + "'domainName':'a.lambda-url.eu-central-1.on.aws','requestId':'r'},~body~}"),
    ALB(
            false,
            "{'requestContext':{'elb':{'targetGroupArn':'t'}},'httpMethod':~method~,'path':~path~,"
                    + "'queryStringParameters':{},'headers':{},~body~}"),
    ALB_MULTI_VALUE(
            false,
            "{'requestContext':{'elb':{'targetGroupArn':'t'}},'httpMethod':~method~,'path':~path~,"
                    + "'multiValueQueryStringParameters':{},'multiValueHeaders':{},~body~}"),
    LATTICE_V1(
            false,
            "{'raw_path':~path~,'method':~method~,'headers':{},'query_string_parameters':{},"
                    + "'body':~text~,'is_base64_encoded':~base64~}"),
    LATTICE_V2(
            false,
            "{'version':'2.0','path':~path~,'method':~method~,'headers':{},'queryStringParameters':{},"
                    + "'requestContext':{'serviceNetworkArn':'n','serviceArn':'s','targetGroupArn':'t'},~body~}");

    /** Whether the front decodes the path before it sends it. */
    final boolean decodes;

    private final String template;

    HttpForm(boolean decodes, String template) {
        this.decodes = decodes;
        this.template = template;
    }

    String event(String path) {
        return event("GET", path, "", false);
    }

    String event(String method, String path, String body, boolean base64) {
        String event = template.replace("~body~", "'body':~text~,'isBase64Encoded':~base64~")
                .replace('\'', '"');
        for (Map.Entry<String, String> text :
                Map.of("~path~", path, "~method~", method, "~text~", body).entrySet()) {
            event = event.replace(text.getKey(), quoted(text.getValue()));
        }
        return event.replace("~base64~", String.valueOf(base64));
    }

    /** With every character escaped that JSON wants so, and some more. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c < ' ' || c == '"' || c == '\\' || c > '~') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
