package io.lambdamaven.runtime.event;

import java.util.LinkedHashMap;
import java.util.Map;

/** One event of each kind, cut down to what marks it, written for these tests. */
public final class Samples {
    private Samples() {}

    public static Map<String, EventKind> all() {
        Map<String, EventKind> all = new LinkedHashMap<>();
        all.put("{'type':'TOKEN','methodArn':'a','authorizationToken':'t'}", EventKind.AUTHORIZER_TOKEN);
        all.put(
                "{'version':'2.0','type':'REQUEST','routeArn':'a','requestContext':{'http':{}}}",
                EventKind.AUTHORIZER_V2);
        all.put("{'type':'REQUEST','methodArn':'a','httpMethod':'GET','path':'/'}", EventKind.AUTHORIZER_V1);
        all.put("{'authorizationToken':'t','requestContext':{'apiId':'a'}}", EventKind.APPSYNC_AUTHORIZER);
        all.put(
                "{'messageVersion':'1.0','agent':{},'actionGroup':'g','httpMethod':'GET','apiPath':'/'}",
                EventKind.BEDROCK_AGENT);
        all.put("{'requestContext':{'connectionId':'c','eventType':'MESSAGE'},'body':'b'}", EventKind.WEBSOCKET);
        all.put("{'requestContext':{'elb':{'targetGroupArn':'a'}},'httpMethod':'GET','path':'/'}", EventKind.ALB);
        all.put("{'version':'2.0','requestContext':{'serviceNetworkArn':'a'},'path':'/'}", EventKind.LATTICE_V2);
        all.put("{'raw_path':'/','is_base64_encoded':false,'method':'GET'}", EventKind.LATTICE_V1);
        all.put(
                "{'requestContext':{'http':{'method':'GET'},'domainName':'x.lambda-url.eu-central-1.on.aws'}}",
                EventKind.FUNCTION_URL);
        all.put(
                "{'requestContext':{'http':{'method':'GET'},'domainName':'x.execute-api.eu-central-1.amazonaws.com'}}",
                EventKind.HTTP_API);
        all.put("{'httpMethod':'GET','path':'/','headers':null,'requestContext':{'stage':'p'}}", EventKind.REST_API);
        all.put("{'Records':[{'eventSource':'aws:s3','s3':{}}]}", EventKind.S3);
        all.put("{'Records':[{'EventSource':'aws:sns','Sns':{}}]}", EventKind.SNS);
        all.put("{'Records':[{'eventSource':'aws:sqs','body':''}]}", EventKind.SQS);
        all.put("{'Records':[{'eventSource':'aws:dynamodb','dynamodb':{}}]}", EventKind.DYNAMODB);
        all.put("{'Records':[{'eventSource':'aws:kinesis','kinesis':{}}]}", EventKind.KINESIS);
        all.put(
                "{'Records':[],'window':{},'eventSourceARN':'arn:aws:kinesis:eu-central-1:1:stream/s'}",
                EventKind.KINESIS);
        all.put("{'Records':[{'eventSource':'aws:ses','ses':{}}]}", EventKind.SES);
        all.put("{'Records':[{'eventSource':'aws:codecommit','codecommit':{}}]}", EventKind.CODECOMMIT);
        all.put("{'Records':[{'cf':{'config':{}}}]}", EventKind.CLOUDFRONT);
        all.put("{'eventSource':'aws:kafka','records':{}}", EventKind.MSK);
        all.put("{'eventSource':'aws:SelfManagedKafka','records':{}}", EventKind.KAFKA);
        all.put("{'eventSource':'SelfManagedKafka','records':{}}", EventKind.KAFKA);
        all.put("{'eventSource':'aws:rmq','rmqMessagesByQueue':{}}", EventKind.RABBITMQ);
        all.put("{'eventSource':'aws:mq','messages':[]}", EventKind.ACTIVEMQ);
        all.put("{'eventSource':'aws:amq','messages':[]}", EventKind.ACTIVEMQ);
        all.put("{'eventSource':'aws:docdb','events':[]}", EventKind.DOCUMENTDB);
        all.put("{'triggerSource':'PreSignUp_SignUp','userPoolId':'p','request':{}}", EventKind.COGNITO);
        all.put("{'datasetRecords':{},'identityPoolId':'p'}", EventKind.COGNITO_SYNC);
        all.put("{'command':'reindex','args':{}}", EventKind.COMMAND);
        all.put("{'detail-type':'Order','source':'shop','detail':{}}", EventKind.EVENTBRIDGE);
        all.put("{'detail-type':'Scheduled Event','source':'aws.events','detail':{}}", EventKind.SCHEDULE);
        all.put("[{'any':1}]", EventKind.PIPES);
        all.put("[]", EventKind.PIPES);
        all.put("{'source':'aws.cloudwatch','alarmArn':'a'}", EventKind.ALARM);
        all.put("{'awslogs':{'data':'H4'}}", EventKind.LOGS);
        all.put("{'bot':{},'sessionState':{}}", EventKind.LEX_V2);
        all.put("{'bot':{},'currentIntent':{}}", EventKind.LEX_V1);
        all.put("{'invokingEvent':'{}','resultToken':'t'}", EventKind.CONFIG);
        all.put("{'RequestType':'Create','StackId':'s'}", EventKind.CLOUDFORMATION);
        all.put("{'CodePipeline.job':{'id':'1'}}", EventKind.CODEPIPELINE);
        all.put("{'DeploymentId':'d','LifecycleEventHookExecutionId':'l'}", EventKind.CODEDEPLOY);
        all.put("{'Name':'ContactFlowEvent','Details':{'ContactData':{}}}", EventKind.CONNECT);
        all.put("{'SecretId':'s','Step':'createSecret'}", EventKind.SECRET_ROTATION);
        all.put("{'userRequest':{},'xAmzRequestId':'r'}", EventKind.S3_OBJECT_LAMBDA);
        all.put("{'invocationSchemaVersion':'1.0','tasks':[]}", EventKind.S3_BATCH);
        all.put("{'records':[],'deliveryStreamArn':'a'}", EventKind.FIREHOSE);
        all.put("{'records':[],'applicationArn':'a','invocationId':'i'}", EventKind.KINESIS_ANALYTICS);
        all.put("{'info':{'fieldName':'f'},'arguments':{}}", EventKind.APPSYNC);
        all.put("{'info':{'channel':{}},'events':[]}", EventKind.APPSYNC);
        all.put("{'typeName':'Query','fieldName':'f'}", EventKind.APPSYNC);
        all.put("[{'info':{},'arguments':{}}]", EventKind.APPSYNC_BATCH);
        all.put("{'session':{},'request':{},'context':{'System':{}}}", EventKind.ALEXA);
        all.put("{'directive':{}}", EventKind.ALEXA);
        all.put("{'username':'u','protocol':'SFTP','serverId':'s'}", EventKind.TRANSFER);
        all.put("{'serialNumber':'1','clickType':'SINGLE','batteryVoltage':'2'}", EventKind.IOT);
        all.put("{'requestContext':{'condition':'Success'},'requestPayload':{}}", EventKind.DESTINATION);
        all.put("{'Error':'E','Cause':'c'}", EventKind.DIRECT);
        all.put("'text'", EventKind.DIRECT);
        all.put("null", EventKind.DIRECT);
        all.put("{}", EventKind.DIRECT);
        return all;
    }
}
