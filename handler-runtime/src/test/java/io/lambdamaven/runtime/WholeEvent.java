package io.lambdamaven.runtime;

import io.lambdamaven.runtime.event.EventKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * An event of each kind with all that its line asks for, written for these tests, around what its sender shaped: as JSON
 * ({@code ~json~}), as text ({@code ~text~}), encoded ({@code ~base64~}) or packed ({@code ~logs~}).
 */
enum WholeEvent {
    AUTHORIZER_TOKEN("{'type':'TOKEN','methodArn':'arn:aws:execute-api:eu-central-1:1:a/p/GET/','authorizationToken':"
            + "~text~}"),
    AUTHORIZER_V2("{'version':'2.0','type':'REQUEST','routeArn':'arn:aws:execute-api:eu-central-1:1:a/p/GET/',"
            + "'headers':{'x':~text~},'requestContext':{'http':{'method':'GET','path':'/'}}}"),
    AUTHORIZER_V1("{'type':'REQUEST','methodArn':'arn:aws:execute-api:eu-central-1:1:a/p/GET/','httpMethod':'GET',"
            + "'path':'/','headers':{'x':~text~},'requestContext':{'stage':'p'}}"),
    APPSYNC_AUTHORIZER("{'authorizationToken':~text~,'requestContext':{'apiId':'a','queryString':~text~}}"),
    BEDROCK_AGENT("{'messageVersion':'1.0','agent':{'name':'n'},'actionGroup':'g','httpMethod':'GET','apiPath':'/',"
            + "'parameters':[{'name':'p','type':'string','value':~text~}]}"),
    WEBSOCKET("{'requestContext':{'connectionId':'c','eventType':'MESSAGE','routeKey':'k'},'body':~text~}"),
    ALB("{'requestContext':{'elb':{'targetGroupArn':'a'}},'httpMethod':'POST','path':'/','headers':{},'body':~text~}"),
    LATTICE_V2("{'version':'2.0','requestContext':{'serviceNetworkArn':'a'},'path':'/','method':'POST','headers':{},"
            + "'body':~text~}"),
    LATTICE_V1("{'raw_path':'/','is_base64_encoded':false,'method':'POST','headers':{},'body':~text~}"),
    LATTICE_V1_ENCODED("LATTICE_V1", "{'raw_path':'/','is_base64_encoded':true,'method':'POST','body':~base64~}"),
    FUNCTION_URL("{'version':'2.0','rawPath':'/','requestContext':{'http':{'method':'POST','path':'/'},'domainName':"
            + "'x.lambda-url.eu-central-1.on.aws'},'headers':{},'body':~text~}"),
    HTTP_API("{'version':'2.0','rawPath':'/','requestContext':{'http':{'method':'POST','path':'/'},'domainName':"
            + "'x.execute-api.eu-central-1.amazonaws.com'},'headers':{},'body':~text~}"),
    REST_API("{'httpMethod':'POST','path':'/','headers':{},'requestContext':{'stage':'p'},'body':~text~}"),
    REST_API_ENCODED(
            "REST_API",
            "{'httpMethod':'POST','path':'/','requestContext':{'stage':'p'},'body':~base64~,"
                    + "'isBase64Encoded':true}"),
    S3("{'Records':[{'eventSource':'aws:s3','eventName':'ObjectCreated:Put','s3':{'bucket':{'name':'b'},'object':{"
            + "'key':~text~,'size':1}}}]}"),
    SNS("{'Records':[{'EventSource':'aws:sns','Sns':{'TopicArn':'t','Message':~text~}}]}"),
    SQS("{'Records':[{'eventSource':'aws:sqs','eventSourceARN':'q','messageId':'1','body':~text~}]}"),
    DYNAMODB("{'Records':[{'eventSource':'aws:dynamodb','eventSourceARN':'s','eventName':'INSERT','dynamodb':{"
            + "'SequenceNumber':'1','NewImage':{'a':{'S':~text~}}}}]}"),
    KINESIS("{'Records':[{'eventSource':'aws:kinesis','eventSourceARN':'s','kinesis':{'sequenceNumber':'1','data':"
            + "~base64~}}]}"),
    SES("{'Records':[{'eventSource':'aws:ses','ses':{'mail':{'commonHeaders':{'subject':~text~}},'receipt':{}}}]}"),
    CODECOMMIT("{'Records':[{'eventSource':'aws:codecommit','eventSourceARN':'r','customData':~text~}]}"),
    CLOUDFRONT("{'Records':[{'cf':{'config':{},'request':{'uri':~text~}}}]}"),
    MSK("{'eventSource':'aws:kafka','eventSourceArn':'c','records':{'t-0':[{'topic':'t','offset':1,'value':"
            + "~base64~}]}}"),
    KAFKA("{'eventSource':'SelfManagedKafka','records':{'t-0':[{'topic':'t','offset':1,'value':~base64~}]}}"),
    RABBITMQ("{'eventSource':'aws:rmq','eventSourceArn':'b','rmqMessagesByQueue':{'q::/':[{'basicProperties':{},"
            + "'data':~base64~}]}}"),
    ACTIVEMQ("{'eventSource':'aws:mq','eventSourceArn':'b','messages':[{'messageID':'1','destination':{'physicalName':"
            + "'q'},'data':~base64~}]}"),
    DOCUMENTDB("{'eventSource':'aws:docdb','eventSourceArn':'c','events':[{'event':{'operationType':'insert','ns':{"
            + "'db':'d','coll':'c'},'fullDocument':{'a':~json~}}}]}"),
    COGNITO("{'triggerSource':'PreSignUp_SignUp','userPoolId':'p','request':{'userAttributes':{'name':~text~}},"
            + "'response':{}}"),
    COGNITO_SYNC("{'datasetRecords':{'k':{'newValue':~text~}},'identityPoolId':'p'}"),
    SCHEDULE("{'detail-type':'Scheduled Event','source':'aws.events','resources':['arn:aws:events:eu-central-1:1:rule/"
            + "shop-dev-tick'],'detail':{'a':~json~}}"),
    EVENTBRIDGE("{'detail-type':'Order','source':'shop','detail':~json~}"),
    PIPES("[{'messageId':'1','body':~text~}]"),
    ALARM("{'source':'aws.cloudwatch','alarmArn':'a','alarmData':{'state':{'reason':~text~}}}"),
    LOGS("{'awslogs':{'data':~logs~}}"),
    LEX_V2("{'bot':{'name':'b'},'sessionState':{'intent':{'name':'i','slots':{}}},'inputTranscript':~text~}"),
    LEX_V1("{'bot':{'name':'b'},'currentIntent':{'name':'i','slots':{}},'inputTranscript':~text~}"),
    CONFIG("{'invokingEvent':~text~,'resultToken':'t','configRuleName':'r'}"),
    CLOUDFORMATION("{'RequestType':'Create','StackId':'s','ResponseURL':'http://service.invalid/','ResourceType':"
            + "'Custom::X','RequestId':'r','LogicalResourceId':'l','ResourceProperties':{'a':~text~}}"),
    CODEPIPELINE("{'CodePipeline.job':{'id':'1','data':{'actionConfiguration':{'configuration':{'UserParameters':"
            + "~text~}}}}}"),
    CODEDEPLOY("{'DeploymentId':'d','LifecycleEventHookExecutionId':'l','more':~text~}"),
    CONNECT("{'Name':'ContactFlowEvent','Details':{'ContactData':{},'Parameters':{'a':~text~}}}"),
    SECRET_ROTATION("{'SecretId':'s','Step':'createSecret','ClientRequestToken':~text~}"),
    S3_OBJECT_LAMBDA("{'userRequest':{'url':~text~,'headers':{}},'xAmzRequestId':'r','configuration':{},"
            + "'getObjectContext':{'inputS3Url':'u','outputRoute':'r','outputToken':'t'}}"),
    S3_BATCH("{'invocationSchemaVersion':'2.0','invocationId':'i','job':{'id':'j'},'tasks':[{'taskId':'1','s3Key':"
            + "~text~,'s3Bucket':'b'}]}"),
    FIREHOSE("{'invocationId':'i','deliveryStreamArn':'a','records':[{'recordId':'1','data':~base64~}]}"),
    KINESIS_ANALYTICS("{'invocationId':'i','applicationArn':'a','records':[{'recordId':'1','data':~base64~}]}"),
    APPSYNC("{'info':{'fieldName':'f','parentTypeName':'Query'},'arguments':{'a':~json~}}"),
    APPSYNC_BATCH("[{'info':{'fieldName':'f','parentTypeName':'Query'},'arguments':{'a':~json~}}]"),
    ALEXA("{'session':{},'request':{'type':'IntentRequest','intent':{'name':'i','slots':{'s':{'value':~text~}}}},"
            + "'context':{'System':{}}}"),
    TRANSFER("{'username':~text~,'protocol':'SFTP','serverId':'s','password':~text~}"),
    IOT("{'serialNumber':~text~,'clickType':'SINGLE','batteryVoltage':'2'}"),
    DESTINATION("{'requestContext':{'condition':'Success'},'requestPayload':~json~}"),
    DIRECT("{'order':~json~}");

    final EventKind kind;
    private final String template;

    WholeEvent(String template) {
        this.kind = EventKind.valueOf(name());
        this.template = template;
    }

    WholeEvent(String kind, String template) {
        this.kind = EventKind.valueOf(kind);
        this.template = template;
    }

    String around(String json) {
        return template.replace('\'', '"')
                .replace("~json~", json)
                .replace("~text~", HttpForm.quoted(json))
                .replace("~base64~", HttpForm.quoted(encoded(json.getBytes(StandardCharsets.UTF_8))))
                .replace(
                        "~logs~",
                        HttpForm.quoted(encoded(packed("{\"messageType\":\"DATA_MESSAGE\",\"logGroup\":\"g\","
                                + "\"logEvents\":[{\"id\":\"1\",\"timestamp\":1,\"message\":"
                                + HttpForm.quoted(json) + "}]}"))));
    }

    static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] packed(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
