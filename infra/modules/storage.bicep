// The record: tables and blobs of the service, and what the Functions host and Durable Functions keep for themselves.

param name string
param location string
param tags object
param sku string
param recoveryDays int
param certificateRetentionDays int

@description('The identity that the app runs under.')
param principalId string

var packageContainer = 'app-package'
var containers = ['certificates', 'evidence', 'evidence-parts', 'reports', 'keys', 'rulebooks', packageContainer]
var tables = ['Applications', 'Dossiers', 'WorkQueue', 'Register', 'Evidence', 'People', 'Attempts', 'Reads', 'Drafts', 'Messages', 'Mailbox', 'Stuck', 'OwnApplications']

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    supportsHttpsTrafficOnly: true
    minimumTlsVersion: 'TLS1_2'
    allowBlobPublicAccess: false
    // No key can leak that does not work: the app, the host and the deployment all use the identity.
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowCrossTenantReplication: false
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      deleteRetentionPolicy: {
        enabled: true
        days: recoveryDays
      }
      containerDeleteRetentionPolicy: {
        enabled: true
        days: recoveryDays
      }
    }

    resource container 'containers' = [
      for container in containers: {
        name: container
        properties: {
          publicAccess: 'None'
        }
      }
    ]
  }

  resource tableService 'tableServices' = {
    name: 'default'

    resource table 'tables' = [
      for table in tables: {
        name: table
      }
    ]
  }

  resource queueService 'queueServices' = {
    name: 'default'
  }

  // Old versions of what is rewritten all day (locks, packages) would only cost money. Certificates have one version each.
  resource lifecycle 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            name: 'drop-old-versions'
            type: 'Lifecycle'
            definition: {
              filters: {
                blobTypes: ['blockBlob']
                prefixMatch: ['azure-webjobs-', '${packageContainer}/']
              }
              actions: {
                version: {
                  delete: {
                    daysAfterCreationGreaterThan: recoveryDays
                  }
                }
              }
            }
          }
        ]
      }
    }
    dependsOn: [blobs]
  }
}

// The app writes a certificate once and never again; this makes Azure hold everybody else to it. It is left unlocked: locking cannot be undone and is a decision of
// the office, not of a template.
resource retention 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2024-01-01' = if (certificateRetentionDays > 0) {
  name: '${name}/default/certificates/default'
  properties: {
    immutabilityPeriodSinceCreationInDays: certificateRetentionDays
    allowProtectedAppendWrites: false
  }
  dependsOn: [account::blobs::container]
}

// The account with every title in it goes by no slip of the hand: not with a resource group either. Who means it takes the lock away first.
resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'titles-are-kept'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds every title, dossier and certificate (infra/README.md).'
  }
}

// Blob Data Owner is what the Functions host asks for; Durable Functions adds queues and tables.
var roles = {
  blobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  queueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    name: guid(account.id, principalId, role.value)
    scope: account
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
  }
]

output name string = account.name
output packageContainer string = packageContainer
