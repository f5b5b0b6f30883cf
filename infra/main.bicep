// Everything the service needs in one resource group. Step by step: README.md beside this file.
targetScope = 'resourceGroup'

metadata description = 'TitleCertification: learning titles from application to certificate.'

@description('Start of every resource name: lower-case letters and digits, for example "hoctapnd".')
@minLength(3)
@maxLength(10)
param name string

@description('Azure region. Flex Consumption and zone-redundant storage must both be offered there.')
param location string = resourceGroup().location

@description('The https address people and QR codes use, without a slash at the end, for example "https://hoctap.example.gov.vn". Empty: the address that Azure gives the app.')
param publicBaseUrl string = ''

@description('How many copies of the titles are kept, and where. Standard_GZRS also keeps a copy in a second region.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string = 'Standard_ZRS'

@description('Days for which a certificate can neither be changed nor deleted by anybody, once written. 0 sets no policy.')
@minValue(0)
@maxValue(146000)
param certificateRetentionDays int = 0

@description('Days for which a deleted blob, or an earlier version of one, can be had back.')
@minValue(7)
@maxValue(365)
param recoveryDays int = 30

@description('Days for which logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 90

@description('Memory of an instance in MB.')
@allowed([2048, 4096])
param instanceMemoryMB int = 2048

@description('Most instances that may run at once: a ceiling on the bill.')
@minValue(1)
@maxValue(100)
param maximumInstances int = 10

@description('Instances for HTTP that are kept running, so that nobody waits for a start. Each costs money all day.')
@minValue(0)
@maxValue(10)
param alwaysReadyInstances int = 0

@description('Who hears of an outage by e-mail. Empty: alerts are recorded and sent to nobody.')
param alertEmail string = ''

@description('host:port of a ClamAV daemon that the app can reach, for example "10.0.0.4:3310". Empty: evidence is taken unscanned and marked so.')
param scannerAddress string = ''

@description('The OpenID Connect provider that people sign in at: its issuer, an https address. Empty: nobody signs in.')
param oidcAuthority string = ''

@description('What the provider knows this service by.')
param oidcClientId string = ''

@description('The secret that goes with it, or a reference to one in a key vault: "@Microsoft.KeyVault(SecretUri=…)". Empty: the service proves itself by PKCE alone.')
@secure()
param oidcClientSecret string = ''

@description('What access tokens of API clients are made out to. Empty: none is accepted.')
param oidcAudience string = ''

@description('Id, as the provider gives it, of the person who grants the first authority. Empty it after the first start.')
param firstAdministrator string = ''

@description('Password of the mail server account (settings Smtp__Host, Smtp__User and Smtp__From in extraAppSettings). Empty: none.')
@secure()
param smtpPassword string = ''

@description('Key that signs what the gateway for text messages gets (setting Sms__Webhook in extraAppSettings), 16 characters or more. Empty: none.')
@secure()
param smsKey string = ''

@description('Further settings of the app.')
param extraAppSettings object = {}

param tags object = {
  application: 'TitleCertification'
}

var unique = uniqueString(resourceGroup().id)
var appName = '${name}-${take(unique, 6)}'
var storageName = take('${name}${unique}', 24)
var baseUrl = empty(publicBaseUrl) ? 'https://${appName}.azurewebsites.net' : publicBaseUrl

// An identity of its own, rather than the app's: it has its roles before the app exists, and keeps them when the app is made anew.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
  tags: tags
}

module storage 'modules/storage.bicep' = {
  params: {
    name: storageName
    location: location
    tags: tags
    sku: storageSku
    recoveryDays: recoveryDays
    certificateRetentionDays: certificateRetentionDays
    principalId: identity.properties.principalId
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    logDays: logDays
    principalId: identity.properties.principalId
  }
}

module app 'modules/app.bicep' = {
  params: {
    name: appName
    location: location
    tags: tags
    identityName: identity.name
    storageAccountName: storage.outputs.name
    packageContainer: storage.outputs.packageContainer
    insightsName: monitoring.outputs.insightsName
    publicBaseUrl: baseUrl
    scannerAddress: scannerAddress
    signIn: {
      Oidc__Authority: oidcAuthority
      Oidc__ClientId: oidcClientId
      Oidc__ClientSecret: oidcClientSecret
      Oidc__Audience: oidcAudience
      Oidc__SiteUrl: baseUrl
      FirstAdministrator: firstAdministrator
    }
    instanceMemoryMB: instanceMemoryMB
    maximumInstances: maximumInstances
    alwaysReadyInstances: alwaysReadyInstances
    extraAppSettings: extraAppSettings
    secretAppSettings: union(
      empty(smtpPassword) ? {} : { Smtp__Password: smtpPassword },
      empty(smsKey) ? {} : { Sms__Key: smsKey }
    )
  }
}

module alerts 'modules/alerts.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    insightsName: monitoring.outputs.insightsName
    healthUrl: 'https://${app.outputs.hostName}/api/health'
    email: alertEmail
  }
}

output appName string = app.outputs.name
output url string = 'https://${app.outputs.hostName}'
output publicBaseUrl string = baseUrl
output storageAccountName string = storage.outputs.name
